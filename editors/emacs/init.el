;; Where the folder `editors` of Service Blueprint lies on this machine.
(add-to-list 'load-path "~/service-blueprint/editors/emacs")
(require 'service-blueprint-mode)
(add-hook 'service-blueprint-mode-hook #'eglot-ensure)
