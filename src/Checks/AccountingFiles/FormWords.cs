using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>The form of a file in one line.</summary>
internal static class FormWords
{
    public static string Of(FecFormat format)
    {
        var separator = format.Separator switch
        {
            FecSeparator.Tab => Texts.Books_SeparatorTab,
            FecSeparator.Bar => Texts.Books_SeparatorBar,
            FecSeparator.Xml => "XML",
            FecSeparator.Comma => Texts.Books_SeparatorComma,
            FecSeparator.Semicolon => Texts.Books_SeparatorSemicolon,
            _ => Texts.Books_SeparatorNone,
        };
        var byByte = format.HasWindowsSigns ? Texts.Books_CharsetWindows : "ISO 8859-15";
        var charset = format.Charset switch
        {
            FecCharset.Ascii => "ASCII",
            FecCharset.Utf8 => "UTF-8",
            _ when format.FirstProofLine is { } line => Texts.Books_CharsetProved.With(byByte, line),
            _ => byByte,
        };
        var ends = format.LineEnd switch
        {
            FecLineEnd.CrLf => "CRLF",
            FecLineEnd.Cr => "CR",
            FecLineEnd.Lf => "LF",
            _ => Texts.Books_EndsMixed,
        };
        return Texts.Books_FormSaid.With(separator, charset, ends);
    }
}
