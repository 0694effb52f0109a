package org.opbrief.text;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;

/** Why a briefing does not show a part of Markdown, and what to write instead. */
final class Refusals {

    private Refusals() {}

    static String of(Node node) {
        if (node instanceof Image) {
            return "images cannot be shown in text; take this one out.";
        }
        if (node instanceof HtmlBlock || node instanceof HtmlInline) {
            return "HTML cannot be shown; write Markdown, or \\< for the sign itself.";
        }
        if (node instanceof Code || node instanceof FencedCodeBlock) {
            return "code cannot be shown; take out its marks (`).";
        }
        if (node instanceof IndentedCodeBlock) {
            return "code cannot be shown; take out the four spaces at the beginning of the line.";
        }
        if (node instanceof BlockQuote) {
            return "quotations cannot be set apart; take out the sign > at the beginning of the line.";
        }
        if (node instanceof ThematicBreak) {
            return "lines across the page cannot be drawn; write a heading instead.";
        }
        return node.getClass().getSimpleName() + " cannot be shown; write plain text.";
    }
}
