;;; service-blueprint-mode.el --- Service blueprints as text -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages

;;; Commentary:

;; Colours, indentation and comments for service blueprints (.bp), and their language server for eglot.
;;
;;   (add-to-list 'load-path "…/editors/emacs")
;;   (require 'service-blueprint-mode)
;;   (add-hook 'service-blueprint-mode-hook #'eglot-ensure)
;;
;; A statement is coloured by the machine of `service-blueprint-table', which is made from the grammar, so a word of
;; the language that is used as a name looks like a name.

;;; Code:

(require 'service-blueprint-table)

(defgroup service-blueprint nil
  "Service blueprints as text."
  :group 'languages)

(defcustom service-blueprint-indent 2
  "Columns that a block stands deeper than what it belongs to."
  :type 'natnum
  :safe #'natnump)

(defconst service-blueprint--name "[[:alpha:]_]\\(?:-?[[:alnum:]_\u200c\u200d]\\)*")
(defconst service-blueprint--arrow "[-~]>\\|<->")
(defconst service-blueprint--long "\"\"\"")
(defconst service-blueprint--short "\"\\(?:[^\"\\\\\r\n]\\|\\\\[^\r\n]\\)*\"")
(defconst service-blueprint--blank " \t\u00a0\u3000\u2000-\u200a\u202f\u205f\ufeff\r\f\v")

(defconst service-blueprint--faces
  '((string . font-lock-string-face) (comment . font-lock-comment-face)
    (keyword . font-lock-keyword-face) (lane . font-lock-type-face)
    (attribute . font-lock-builtin-face) (constant . font-lock-constant-face)
    (number . font-lock-number-face) (operator . font-lock-operator-face)
    (definition . font-lock-function-name-face) (reference . font-lock-variable-name-face)
    (punctuation . font-lock-punctuation-face) (invalid . font-lock-warning-face))
  "The face of each class; those that Emacs 29 brought are left out before it.")

(defconst service-blueprint--states
  (vconcat
   (mapcar (lambda (row)
             (let ((states (make-hash-table :test #'eq)) (kinds service-blueprint-table-kinds))
               (dolist (cells (split-string row " ") states)
                 (puthash (pop kinds) cells states))))
           service-blueprint-table-rows)))

(defconst service-blueprint--words
  (let ((words (make-hash-table :test #'equal)))
    (dolist (word service-blueprint-table-words words)
      (puthash (car word) (cdr word) words))))

(defconst service-blueprint--resumed
  (aref (gethash 'COMMA (aref service-blueprint--states 0)) 1)
  "The state after what can stand nowhere.")

;;; One lexeme

(defun service-blueprint--form (form)
  "Whether FORM of the table stands at point, and nothing after it that must not."
  (and (let ((case-fold-search nil)) (looking-at (nth 1 form)))
       (not (and (nth 2 form)
                 (save-match-data
                   (save-excursion (goto-char (match-end 0)) (looking-at-p (nth 2 form))))))))

(defun service-blueprint--forms (names left-out)
  "The kind of the first form at point.
Of those in NAMES, or with LEFT-OUT of those that are not."
  (catch 'found
    (dolist (form service-blueprint-table-forms)
      (when (and (if left-out (not (memq (car form) names)) (memq (car form) names))
                 (service-blueprint--form form))
        (throw 'found (car form))))))

(defun service-blueprint--text-end ()
  "The end of the text that begins at point."
  (cond ((looking-at-p service-blueprint--long)
         (save-excursion
           (forward-char 3)
           (while (and (not (eobp)) (not (looking-at-p service-blueprint--long)))
             (forward-char (if (and (eq (char-after) ?\\) (< (1+ (point)) (point-max))) 2 1)))
           (min (point-max) (+ (point) 3))))
        ((looking-at service-blueprint--short) (match-end 0))
        ;; It has no end: it goes up to the brace at the end of its line, or to that end.
        ((looking-at "[^\r\n]*?\\(?:[ \t]*\\( {[^\r\n]*[{}][ \t]*$\\|[{}][ \t]*$\\|$\\)\\)")
         (save-excursion
           (goto-char (match-beginning 1))
           (skip-chars-backward " \t" (1+ (point)))
           (max (point) (1+ (match-beginning 0)))))
        (t (1+ (point)))))

(defun service-blueprint--kind ()
  "The kind of the lexeme at point; the match data are those of the lexeme."
  (let ((case-fold-search nil))
    (cond ((service-blueprint--forms '(CURRENCY ARROW) nil))
          ((looking-at service-blueprint--name)
           (gethash (match-string-no-properties 0) service-blueprint--words 'NAME))
          ((eq (char-after) ?\")
           (let ((end (service-blueprint--text-end)))
             (set-match-data (list (point) end))
             'TEXT))
          ((looking-at service-blueprint-table-foreign-arrow) 'INVALID)
          ((service-blueprint--forms '(CURRENCY ARROW) t))
          ((looking-at service-blueprint-table-invalid) 'INVALID)
          (t (looking-at "[^z-a]") 'INVALID))))

(defun service-blueprint--ahead (at)
  "Which of the three cells of a word counts that ends AT.
Before an arrow or a dot the first, before a text the second, else the third."
  (save-excursion
    (goto-char at)
    (skip-chars-forward service-blueprint--blank)
    (cond ((looking-at-p (concat service-blueprint--arrow "\\|\\.\\(?:[^.]\\|\\'\\)")) 0)
          ((eq (char-after) ?\") 1)
          (t 2))))

(defun service-blueprint--begins-p ()
  "Whether the line that begins at point is plainly a statement of its own.
The one before it ended in a comma."
  (save-match-data
    (let ((case-fold-search nil))
      (or (looking-at-p service-blueprint--arrow)
          (and (looking-at service-blueprint--name)
               (let ((word (match-string-no-properties 0)))
                 (save-excursion
                   (goto-char (match-end 0))
                   (skip-chars-forward service-blueprint--blank)
                   (or (looking-at-p service-blueprint--arrow)
                       (and (gethash word service-blueprint--words)
                            (not (eq (gethash word service-blueprint--words) service-blueprint-table-reserved))
                            (not (eolp))
                            (not (looking-at-p "[,;{}#]\\|\\.\\(?:[^.]\\|\\'\\)\\|or\\(?:[^[:alnum:]_-]\\|$\\)")))))))))))

;;; Colours

(defun service-blueprint--walk (from to act)
  "Call ACT with begin, end and class of each lexeme from FROM until past TO.
A statement begins at FROM.  Return where the last lexeme ends."
  (let ((state ?a) (comma nil) (fresh nil))
    (goto-char from)
    (skip-chars-forward service-blueprint--blank)
    (while (and (< (point) to) (not (eobp)))
      (let ((start (point)) (char (char-after)))
        (cond
         ((eq char ?\n)
          (forward-char)
          (setq fresh t)
          (unless comma (setq state ?a)))
         ((eq char ?#)
          (end-of-line)
          (funcall act start (point) 'comment))
         ((memq char '(?{ ?} ?\;))
          (forward-char)
          (setq state ?a comma nil)
          (funcall act start (point) 'punctuation))
         (t
          (when (and comma fresh (service-blueprint--begins-p))
            (setq state ?a))
          (let ((kind (service-blueprint--kind)) (end (max (match-end 0) (1+ start))))
            (if (eq kind 'INVALID)
                (progn (funcall act start end 'invalid)
                       (setq state service-blueprint--resumed comma nil))
              (let* ((cells (gethash kind (aref service-blueprint--states (- state ?a))))
                     (at (if (> (length cells) 2) (* 2 (service-blueprint--ahead end)) 0)))
                (funcall act start end (cdr (assq (aref cells at) service-blueprint-table-classes)))
                (setq state (aref cells (1+ at)) comma (eq kind 'COMMA))))
            (setq fresh nil)
            (goto-char end))))
        (skip-chars-forward service-blueprint--blank)))
    (point)))

(defun service-blueprint--statement-start (at)
  "The beginning of a line at or before AT where a statement begins."
  (save-excursion
    (goto-char at)
    (let ((text (nth 8 (syntax-ppss))))
      (when text (goto-char text)))
    (beginning-of-line)
    (while (and (not (bobp))
                (save-excursion
                  (forward-comment (- (buffer-size)))
                  (and (eq (char-before) ?,) (not (nth 8 (syntax-ppss))))))
      (forward-comment (- (buffer-size)))
      (let ((text (nth 8 (syntax-ppss))))
        (when text (goto-char text)))
      (beginning-of-line))
    (let ((text (nth 8 (syntax-ppss))))
      (if text (service-blueprint--statement-start text) (point)))))

(defun service-blueprint--fontify (begin end &optional _loudly)
  "Colour the statements that touch the text from BEGIN to END."
  (save-excursion
    (save-match-data
      (with-silent-modifications
        (syntax-propertize end)
        (setq begin (service-blueprint--statement-start begin))
        (remove-text-properties begin end '(face nil))
        (let ((last (service-blueprint--walk
                     begin end
                     (lambda (from to class)
                       (let ((face (cdr (assq class service-blueprint--faces))))
                         (put-text-property from to 'face (and (facep face) face)))))))
          `(jit-lock-bounds ,begin . ,(max end (min last (point-max)))))))))

(defun service-blueprint--propertize (start end)
  "Mark where texts begin and end from START to END.
A quote alone cannot say: a text without its end stops with its line."
  (goto-char start)
  (let ((inside (nth 8 (syntax-ppss))))
    (when inside (goto-char inside) (setq start inside)))
  (while (re-search-forward "[\"#]" end 'move)
    (backward-char)
    (if (eq (char-after) ?#)
        (end-of-line)
      (let ((from (point)) (to (service-blueprint--text-end)))
        (put-text-property from (1+ from) 'syntax-table '(15))
        (when (> to (+ from 1))
          (put-text-property (1- to) to 'syntax-table '(15)))
        (goto-char (max to (1+ from)))))))

;;; Lines

(defun service-blueprint-indent-line ()
  "Indent the line by its blocks, and once more if it goes on with a list."
  (interactive)
  (let* ((ppss (save-excursion (syntax-ppss (line-beginning-position))))
         (closes (save-excursion (back-to-indentation) (eq (char-after) ?})))
         (goes-on (save-excursion
                    (beginning-of-line)
                    (forward-comment (- (buffer-size)))
                    (eq (char-before) ?,)))
         (depth (- (+ (nth 0 ppss) (if goes-on 1 0)) (if closes 1 0))))
    (unless (nth 3 ppss)
      (let ((offset (- (current-column) (current-indentation))))
        (indent-line-to (* service-blueprint-indent (max 0 depth)))
        (when (> offset 0) (forward-char offset))))))

(defvar service-blueprint-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "." table)
    (modify-syntax-entry ?\\ "." table)
    (modify-syntax-entry ?_ "w" table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?{ "(}" table)
    (modify-syntax-entry ?} "){" table)
    table))

(defvar service-blueprint-imenu
  `((nil ,(concat "^[ \t]*\\(?:phase\\|core\\|facilitating\\|enhancing\\|step\\|decision\\|recovery\\|role\\|persona\\)"
                  "[ \t]+\\([^{\n]+?\\)[ \t]*\\(?:{.*\\)?$")
          1)))

;;;###autoload
(define-derived-mode service-blueprint-mode prog-mode "Blueprint"
  "Major mode for service blueprints."
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+[ \t]*")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local indent-line-function #'service-blueprint-indent-line)
  (setq-local electric-indent-chars (cons ?} electric-indent-chars))
  (setq-local syntax-propertize-function #'service-blueprint--propertize)
  (setq-local font-lock-defaults '(nil))
  (setq-local font-lock-fontify-region-function #'service-blueprint--fontify)
  (setq-local imenu-generic-expression service-blueprint-imenu))

;;;###autoload
(defun service-blueprint-mode-for-file ()
  "Choose the mode for a file that ends in .bp: those of Android are not ours."
  (if (and buffer-file-name (equal (file-name-nondirectory buffer-file-name) "Android.bp"))
      (let ((auto-mode-alist (rassq-delete-all 'service-blueprint-mode-for-file (copy-alist auto-mode-alist))))
        (set-auto-mode))
    (service-blueprint-mode)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.bp\\'" . service-blueprint-mode-for-file))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(service-blueprint-mode . ("blueprint" "lsp"))))

(provide 'service-blueprint-mode)
;;; service-blueprint-mode.el ends here
