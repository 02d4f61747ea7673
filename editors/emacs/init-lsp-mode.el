;; Where the folder `editors` of Service Blueprint lies on this machine.
(add-to-list 'load-path "~/service-blueprint/editors/emacs")
(require 'service-blueprint-mode)

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(service-blueprint-mode . "service-blueprint"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection '("blueprint" "lsp"))
                    :activation-fn (lsp-activate-on "service-blueprint")
                    ;; Version 8 counts characters, and does not say so.
                    :initialization-options '(:positions "utf-32")
                    :server-id 'blueprint)))
(add-hook 'service-blueprint-mode-hook #'lsp-deferred)
