using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Pupitre.Deliverables.Fec;

namespace Pupitre.App.Commands.Check;

/// <summary>A report in the shape of the command line's contract.</summary>
internal static class FecJson
{
    public static JsonObject Of(FecReport report) => new()
    {
        ["file"] = report.File,
        ["format"] = new JsonObject
        {
            ["separator"] = report.Format.Separator switch { FecSeparator.Tab => "tab", FecSeparator.Bar => "bar", FecSeparator.Xml => "xml", FecSeparator.Comma => "comma", FecSeparator.Semicolon => "semicolon", _ => null },
            ["charset"] = report.Format.Charset switch { FecCharset.Utf8 => "utf-8", FecCharset.Iso885915 => "iso-8859-15", _ => "ascii" },
            ["bom"] = report.Format.HasByteOrderMark,
            ["lineEnd"] = report.Format.LineEnd switch { FecLineEnd.CrLf => "crlf", FecLineEnd.Cr => "cr", FecLineEnd.Mixed => "mixed", _ => "lf" },
        },
        ["official"] = new JsonObject
        {
            ["verdict"] = Camel(report.Official.Verdict),
            ["findings"] = new JsonArray([.. report.Official.Findings.Select(Finding)]),
        },
        ["controls"] = new JsonArray([.. report.Controls.Select(Control)]),
        ["summary"] = Summary(report.Summary),
    };

    private static JsonObject Finding(OfficialFinding finding) => new()
    {
        ["rule"] = finding.Rule,
        ["class"] = finding.Class.ToString(),
        ["count"] = finding.Count,
        ["lines"] = Lines(finding.Lines),
        ["message"] = finding.Message,
    };

    private static JsonObject Control(ControlFinding finding) => new()
    {
        ["rule"] = finding.Rule,
        ["severity"] = Camel(finding.Severity),
        ["count"] = finding.Count,
        ["amount"] = finding.Amount is { } amount ? Amount(amount) : null,
        ["lines"] = Lines(finding.Lines),
        ["message"] = finding.Message,
    };

    private static JsonObject Summary(FecSummary summary) => new()
    {
        ["lines"] = summary.Lines,
        ["entries"] = summary.Entries,
        ["journals"] = summary.Journals,
        ["accounts"] = summary.Accounts,
        ["debit"] = Amount(summary.Debit),
        ["credit"] = Amount(summary.Credit),
        ["from"] = Day(summary.From),
        ["to"] = Day(summary.To),
    };

    private static JsonArray Lines(ImmutableArray<long> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);

    private static string Amount(decimal amount) => amount.ToString("0.00##############", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Camel<T>(T word)
        where T : struct, Enum
    {
        var text = word.ToString();
        return char.ToLowerInvariant(text[0]) + text[1..];
    }
}
