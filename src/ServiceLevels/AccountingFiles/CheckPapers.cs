using System.Globalization;
using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Papers;

namespace Pupitre.ServiceLevels.AccountingFiles;

/// <summary>The report of a check and the letter to the provider, as papers.</summary>
internal sealed class CheckPapers(Tenant tenant)
{
    public Paper Report(CheckedFile found)
    {
        var report = found.Report!;
        return new Paper(FileWords.Title(found.File), tenant.Company.Name, Foot(found), [.. Head(found), .. Official(report), .. FileWords.HasBooks(report) ? Books(report) : []]);
    }

    public Paper Letter(CheckedFile found, AccountingFileAnswer answer) =>
        new(answer.Subject, tenant.Company.Name, Foot(found), [.. answer.Body.Split('\n').Select(line => new PaperBlock.Paragraph(line))]);

    private string Foot(CheckedFile found) => Texts.Books_Foot.With(found.File.Name, found.File.Parts.OrderBy(part => part.Number).First().Hash[..16], Moments.Short(found.Check!.CheckedAt, tenant.Zone), tenant.Company.TimeZone);

    private IEnumerable<PaperBlock> Head(CheckedFile found)
    {
        yield return new PaperBlock.Paragraph(FileWords.Answer(found));
        yield return new PaperBlock.Paragraph(Texts.Books_LetterReceived.With(found.File.Name, Moments.Long(found.File.ReceivedAt, tenant.Zone)));
        yield return new PaperBlock.Paragraph(FormWords.Of(found.Report!.Format));
    }

    private static IEnumerable<PaperBlock> Official(FecReport report)
    {
        yield return new PaperBlock.Heading(Texts.Books_Official);
        yield return new PaperBlock.Paragraph(FileWords.Of(report.Official.Verdict));
        if (report.Official.Findings.Length > 0)
        {
            yield return new PaperBlock.Table(
                [Texts.Books_Rule, Texts.Books_Class, Texts.Books_Fact, Texts.Books_Count],
                [.. report.Official.Findings.Select(finding => (IReadOnlyList<string>)[finding.Rule, FileWords.Of(finding.Class), finding.Message, Number(finding.Count)])],
                [0.12, 0.2, 0.56, 0.12],
                [false, false, false, true]);
        }

        yield return new PaperBlock.Paragraph(Texts.Books_OfficialNote);
    }

    private static IEnumerable<PaperBlock> Books(FecReport report) => [.. Controls(report), .. Journals(report), .. Figures(report)];

    private static IEnumerable<PaperBlock> Controls(FecReport report)
    {
        foreach (var group in report.Controls.GroupBy(finding => finding.Severity).OrderBy(group => group.Key))
        {
            yield return new PaperBlock.Heading(Texts.Books_SeverityCount.With(FileWords.Of(group.Key), group.Count()));
            yield return new PaperBlock.Table(
                [Texts.Books_Rule, Texts.Books_Fact, Texts.Books_Question, Texts.Books_AtStake],
                [.. group.Select(finding => (IReadOnlyList<string>)[finding.Rule, finding.Message, finding.Question, finding.Amount is { } amount ? FileWords.Euros(amount) : ""])],
                [0.1, 0.38, 0.36, 0.16],
                [false, false, false, true]);
        }
    }

    private static IEnumerable<PaperBlock> Journals(FecReport report)
    {
        if (report.Books.Journals.Length == 0)
        {
            yield break;
        }

        yield return new PaperBlock.Heading(Texts.Books_Journals);
        yield return new PaperBlock.Table(
            [Texts.Books_Journal, Texts.Books_JournalName, Texts.Books_Entries, Texts.Books_LastEntry],
            [.. report.Books.Journals.Select(journal => (IReadOnlyList<string>)[journal.Code, journal.Name, Number(journal.Entries), journal.LastEntry is { } last ? Moments.Short(last) : ""])],
            [0.15, 0.45, 0.2, 0.2],
            [false, false, true, false]);
    }

    private static IEnumerable<PaperBlock> Figures(FecReport report)
    {
        var figures = report.Books.Figures;
        yield return new PaperBlock.Heading(Texts.Books_Figures);
        yield return new PaperBlock.Table(
            [Texts.Books_Figure, Texts.Books_FromFile],
            [
                [Texts.Books_Result, FileWords.Euros(figures.Result)], [Texts.Books_Turnover, FileWords.Euros(figures.Turnover)], [Texts.Books_TotalAssets, FileWords.Euros(figures.TotalAssets)],
                [Texts.Books_Equity, FileWords.Euros(figures.Equity)], [Texts.Books_Cash, FileWords.Euros(figures.Cash)],
            ],
            [0.6, 0.4],
            [false, true]);
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
