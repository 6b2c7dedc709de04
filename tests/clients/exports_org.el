;;; Tells in JSON what Org finds in the file that the command line names.
(require 'org)
(require 'org-element)
(require 'json)
(require 'calendar)

(defun care-headline (headline)
  (list (cons 'title (org-element-property :raw-value headline))
        (cons 'level (org-element-property :level headline))
        (cons 'todo (org-element-property :todo-keyword headline))
        (cons 'priority
              (let ((priority (org-element-property :priority headline)))
                (and priority (char-to-string priority))))
        (cons 'tags (vconcat (org-element-property :tags headline)))
        (cons 'scheduled
              (org-element-property :raw-value (org-element-property :scheduled headline)))
        (cons 'deadline
              (org-element-property :raw-value (org-element-property :deadline headline)))))

;; The agenda is of the day that the test asks for, whatever the clock says.
(advice-add 'org-today :override
            (lambda () (calendar-absolute-from-gregorian '(11 23 2026))))

;; Whatever would do something, or mean something, beyond being text.
(defconst care-active
  '(timestamp link macro inline-src-block src-block export-snippet export-block babel-call
    inline-babel-call footnote-reference footnote-definition target radio-target
    statistics-cookie table drawer property-drawer keyword comment comment-block dynamic-block
    diary-sexp clock fixed-width latex-environment))

(let ((file (car command-line-args-left)))
  (setq command-line-args-left nil)
  (with-temp-buffer
    (let ((coding-system-for-read 'utf-8-unix)) (insert-file-contents file))
    (org-mode)
    (let ((tree (org-element-parse-buffer)))
      (princ
       (json-encode
        (list
         (cons 'headlines (vconcat (org-element-map tree 'headline #'care-headline)))
         (cons 'active
               (vconcat
                (org-element-map tree care-active
                  (lambda (element)
                    (format "%s %s" (org-element-type element)
                            (buffer-substring-no-properties
                             (org-element-property :begin element)
                             (org-element-property :end element))))))))))))
  ;; What the agenda of the day lists.
  (setq org-agenda-files (list file))
  (princ "\n")
  (require 'org-agenda)
  (let ((org-agenda-span 1) (org-agenda-start-day "2026-11-23"))
    (org-agenda-list)
    (princ (buffer-substring-no-properties (point-min) (point-max)))))
