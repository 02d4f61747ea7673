;;; eglot.el --- Drives Emacs as somebody would -*- lexical-binding: t; -*-
;; What was seen is written to the file OUT.

(require 'eglot)
(require 'cl-lib)
(require 'json)

(defvar told nil "What was seen, by name.")
(defvar step "start")

(defun tell (name value)
  (push (cons name value) told))

(defun wait (found)
  "The first value of FOUND that is not nil, which is asked for up to twenty seconds."
  (let ((due (time-add nil 20)) value)
    (while (and (not (setq value (funcall found))) (time-less-p nil due))
      (accept-process-output nil 0.05))
    (or value (error "Nothing came"))))

(defun go-to (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun open-file (name)
  "Open a file; the server starts after the command, as it does after the first key."
  (find-file name)
  (run-hooks 'post-command-hook))

(defun whole-text ()
  (buffer-substring-no-properties (point-min) (point-max)))

(defun wrong ()
  (mapcar (lambda (each)
            `((line . ,(1- (line-number-at-pos (flymake-diagnostic-beg each))))
              (marked . ,(buffer-substring-no-properties (flymake-diagnostic-beg each) (flymake-diagnostic-end each)))
              (message . ,(flymake-diagnostic-text each))))
          (flymake-diagnostics)))

(defun see-other-files ()
  (setq step "other")
  (open-file "Android.bp")
  (tell 'other `((mode . ,(symbol-name major-mode)) (managed . ,(if (eglot-managed-p) t :json-false)))))

(defun see-findings ()
  (setq step "diagnostics")
  (open-file "shop.bp")
  (wait #'eglot-managed-p)
  (wait #'flymake-diagnostics)
  (tell 'root (directory-file-name (expand-file-name (project-root (eglot--project (eglot-current-server))))))
  (tell 'wrong (vconcat (wrong))))

(defun see-help ()
  (setq step "hover")
  (go-to "clerk")
  (let (answer)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq answer (or text ""))))
    (tell 'hover (substring-no-properties (wait (lambda () answer)))))
  (setq step "definition")
  (call-interactively #'xref-find-definitions)
  (tell 'definition (vector (buffer-name) (line-number-at-pos) (current-column)))
  (switch-to-buffer "shop.bp"))

(defun mend ()
  (setq step "action")
  (go-to "clark")
  ;; Somebody at a keyboard, not with a mouse, who takes what is proposed.
  (cl-letf ((last-nonmenu-event ?\r)
            ((symbol-function 'completing-read)
             (lambda (_prompt _all _predicate _match _initial _history default &rest _) default)))
    (eglot-code-actions (point) (+ (point) 5) "quickfix" t))
  (save-buffer)
  (wait (lambda () (null (flymake-diagnostics))))
  (tell 'mended (whole-text)))

(defun complete ()
  (setq step "completion")
  (go-to "by clerk takes 30s")
  (forward-char 2)
  (insert " c")
  (completion-at-point)
  (tell 'completed (buffer-substring-no-properties (line-beginning-position) (point)))
  (delete-region (point) (- (point) 6)))

(defun rewrite ()
  (setq step "format")
  (eglot-format-buffer)
  (tell 'formatted (whole-text))
  ;; eglot tells the server of changes once nobody has typed for a while, which never happens here; or on saving.
  (save-buffer)
  (setq step "rename")
  (go-to "客\" by clerk")
  (search-forward "cl")
  (eglot-rename "porter")
  (tell 'renamed (whole-text))
  (with-current-buffer "team.bp" (tell 'renamed-there (whole-text)))
  (save-some-buffers t))

(condition-case failure
    (progn
      (see-other-files)
      (see-findings)
      (see-help)
      (mend)
      (complete)
      (rewrite)
      (eglot-shutdown-all))
  (error (tell 'failed (format "%s: %s" step (error-message-string failure)))))
(let ((coding-system-for-write 'utf-8-unix))
  (write-region (json-encode told) nil (getenv "OUT")))
;;; eglot.el ends here
