;;; emacs.el --- Colours a text with the Emacs mode: a letter for each character -*- lexical-binding: t; -*-
;; Environment: TEXT, the file to colour; OUT, where the letters go.

(add-to-list 'load-path (expand-file-name "../emacs" (file-name-directory load-file-name)))
(setq load-prefer-newer t)
(require 'service-blueprint-mode)
(setq coding-system-for-read 'utf-8-unix)
;; So that every class has a face of its own, in an Emacs that lacks some.
(dolist (face (mapcar #'cdr service-blueprint--faces))
  (unless (facep face) (make-face face)))
(with-current-buffer (find-file-noselect (getenv "TEXT"))
  (unless (eq major-mode 'service-blueprint-mode) (error "The mode is %s" major-mode))
  (let ((letters (mapcar (lambda (class) (cons (cdr (assq (cdr class) service-blueprint--faces)) (car class)))
                         service-blueprint-table-classes))
        (from (point-min)))
    ;; In pieces, as jit-lock does.
    (while (< from (point-max))
      (let ((to (min (point-max) (+ from 1500))))
        (font-lock-fontify-region from to)
        (setq from to)))
    (let ((found (mapcar (lambda (at) (or (cdr (assq (get-text-property at 'face) letters)) ?\s))
                         (number-sequence (point-min) (1- (point-max)))))
          (coding-system-for-write 'utf-8-unix))
      (write-region (concat found) nil (getenv "OUT")))))
