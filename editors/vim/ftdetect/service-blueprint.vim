" Files that end in .bp are service blueprints, but for the build files of Android. Neovim calls all of them `bp`, so
" the type is set even where there is another already.
autocmd BufRead,BufNewFile *.bp
      \ if expand('<afile>:t') !=# 'Android.bp' && &filetype !=# 'service-blueprint' |
      \   set filetype=service-blueprint |
      \ endif
