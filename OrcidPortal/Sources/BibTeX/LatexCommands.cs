using System.Text;

namespace OrcidPortal.Sources.BibTeX;

/// <summary>Commands that do something with their arguments. An unknown one prints them.</summary>
internal static class LatexCommands
{
    public static void Read(string name, StringBuilder text, LatexReader.Arguments arguments)
    {
        arguments.SkipOptional();
        switch (name)
        {
            case "enquote" or "mkbibquote" or "textquote":
                text.Append('“').Append(arguments.Next()).Append('”');
                break;
            case "mkbibparens" or "parentext":
                text.Append('(').Append(arguments.Next()).Append(')');
                break;
            case "mkbibbrackets" or "brackettext":
                text.Append('[').Append(arguments.Next()).Append(']');
                break;
            case "textsuperscript" or "mkbibsuperscript" or "sp":
                text.Append(LatexScripts.InText(arguments.Next(), raised: true));
                break;
            case "textsubscript" or "mkbibsubscript" or "sb":
                text.Append(LatexScripts.InText(arguments.Next(), raised: false));
                break;
            case "frac" or "tfrac" or "dfrac" or "nicefrac" or "sfrac":
                text.Append(arguments.Next()).Append('/').Append(arguments.Next());
                break;
            // What is not printed: marks for sorting, references, spacing, colours, notes.
            case "noopsort" or "label" or "cite" or "citep" or "citet" or "ref" or "vspace" or "hspace" or "index" or "footnote" or "thanks" or "begin" or "end" or "color" or "vphantom" or "phantom":
                arguments.NextGroup();
                break;
            // Two arguments, the second is printed.
            case "href" or "textcolor" or "foreignlanguage" or "texorpdfstring" or "colorbox" or "selectlanguage":
                arguments.NextGroup();
                text.Append(arguments.NextGroup());
                break;
            case "quad" or "qquad" or "newline" or "linebreak" or "par" or "space" or "thinspace" or "enspace" or "nobreakspace":
                text.Append(' ');
                break;
            case "textbar" or "vert":
                text.Append('|');
                break;
            // Left and right only size the bracket that follows; \textit, \emph, \mathrm, \mbox ... print their argument, which is read next.
            default:
                break;
        }
    }
}
