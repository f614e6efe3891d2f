using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;

namespace Pupitre.App.Commands.Check;

/// <summary>A report for people: the verdict first, then each layer as a table.</summary>
internal static class FecTables
{
    private const int LinesShown = 5;

    public static async Task<string> OfAsync(FecReport report)
    {
        var (summary, text) = (report.Summary, new StringBuilder());
        text.AppendLine(report.File);
        text.AppendLine(Verdict(report.Official.Verdict));
        text.AppendLine(Texts.CheckFec_Prejudges);
        text.AppendLine(Texts.CheckFec_Summary.With(
            summary.Lines, summary.Entries, summary.Journals, summary.Accounts, summary.Debit, summary.Credit, Day(summary.From), Day(summary.To)));
        await AddAsync(text, Texts.CheckFec_Official, report.Official.Findings.Select(finding =>
            Row(finding.Rule, finding.Class.ToString(), finding.Message, string.Join(" ", finding.Lines.Take(LinesShown)))));
        await AddAsync(text, Texts.CheckFec_Controls, report.Controls.Select(finding =>
            Row(finding.Rule, Severity(finding.Severity), finding.Message, string.Join(" ", finding.Lines.Take(LinesShown)))));
        await AddAsync(text, Texts.CheckFec_NotRun, report.NotRun.Select(control => Row(control.Rule, "", control.Reason, "")));
        return text.ToString();
    }

    private static async Task AddAsync(StringBuilder text, string title, IEnumerable<JsonObject> rows)
    {
        var table = new AnswerTable();
        var count = 0;
        foreach (var row in rows)
        {
            table.Add(row);
            count++;
        }

        if (count == 0)
        {
            return;
        }

        await using var writer = new StringWriter(text, CultureInfo.CurrentCulture);
        await writer.WriteLineAsync();
        await writer.WriteLineAsync(title);
        await table.WriteAsync(writer, CancellationToken.None);
    }

    private static JsonObject Row(string rule, string weight, string message, string lines) => new()
    {
        [Texts.CheckFec_Rule] = rule,
        [Texts.CheckFec_Weight] = weight,
        [Texts.CheckFec_Message] = message,
        [Texts.CheckFec_Lines] = lines,
    };

    private static string Verdict(OfficialVerdict verdict) => verdict switch
    {
        OfficialVerdict.Conforming => Texts.CheckFec_Conforming,
        OfficialVerdict.NonConforming => Texts.CheckFec_NonConforming,
        _ => Texts.CheckFec_Refused,
    };

    private static string Severity(ControlSeverity severity) => severity switch
    {
        ControlSeverity.Blocking => Texts.CheckFec_Blocking,
        ControlSeverity.Major => Texts.CheckFec_Major,
        ControlSeverity.Minor => Texts.CheckFec_Minor,
        _ => Texts.CheckFec_Info,
    };

    private static string Day(DateOnly? day) => day?.ToString("d", CultureInfo.CurrentCulture) ?? "-";
}
