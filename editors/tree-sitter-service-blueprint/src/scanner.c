// Whether the end of a line ends the statement. It does wherever a statement may end, unless the next line with text
// begins with `{`: the block of the statement may stand there. (After a comma no statement may end, so it goes on.)

#include "tree_sitter/parser.h"

enum TokenType { LINE_END, AFTER_A_MISTAKE };

void *tree_sitter_service_blueprint_external_scanner_create(void) { return NULL; }
void tree_sitter_service_blueprint_external_scanner_destroy(void *payload) { (void)payload; }
unsigned tree_sitter_service_blueprint_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}
void tree_sitter_service_blueprint_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

static bool is_line_end(int32_t c) { return c == '\n' || c == '\r'; }

static bool is_blank(int32_t c) {
  return c == ' ' || c == '\t' || c == '\f' || c == '\v' || (c >= 0x1c && c <= 0x1f) || c == 0x85 || c == 0xa0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000 || c == 0xfeff;
}

bool tree_sitter_service_blueprint_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  (void)payload;
  if (!valid_symbols[LINE_END] || valid_symbols[AFTER_A_MISTAKE]) return false;
  while (!lexer->eof(lexer) && is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  if (!lexer->eof(lexer) && !is_line_end(lexer->lookahead)) return false;
  // The token is empty and stands before the line end; what is looked at from here on is no part of it.
  lexer->mark_end(lexer);
  lexer->result_symbol = LINE_END;
  while (!lexer->eof(lexer)) {
    if (lexer->lookahead == '#') {
      while (!lexer->eof(lexer) && !is_line_end(lexer->lookahead)) lexer->advance(lexer, true);
    } else if (is_line_end(lexer->lookahead) || is_blank(lexer->lookahead)) {
      lexer->advance(lexer, true);
    } else {
      return lexer->lookahead != '{';
    }
  }
  return true;
}
