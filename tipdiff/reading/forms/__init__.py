"""The forms in which people keep reports: each becomes the text that its reader would see.

A form is a container (mail, a ZIP, a word processor's or a printed document) whose bytes hold a
text that has to be taken out, or a dress of plain text (quoting, numbered lines, Markdown, a mail's
head) that is taken off in place. What cannot be taken out whole is refused in one line: a report is
never read silently wrong.
"""
