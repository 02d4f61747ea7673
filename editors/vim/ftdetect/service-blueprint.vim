" Files that end in .bp are service blueprints, but for the build files of Android. Neovim calls all of them `bp`, so
" the type is set even where there is one already.
autocmd BufRead,BufNewFile *.bp if expand('<afile>:t') !=# 'Android.bp' | set filetype=service-blueprint | endif
