using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Papers;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>The report of a check and the letter to the provider, as papers.</summary>
internal sealed partial class CheckPapers(Tenant tenant)
{
    public Paper Report(CheckedFile found)
    {
        var report = found.Report!;
        return new Paper(FileWords.Title(found.File), tenant.Company.Name, Foot(found), [.. Head(found), .. FileWords.HasBooks(report) ? UpToDate(report) : [], .. Official(report), .. FileWords.HasBooks(report) ? Books(report) : []]);
    }

    public Paper Letter(CheckedFile found, AccountingFileAnswer answer) =>
        new(answer.Subject, tenant.Company.Name, Foot(found),
        [
            .. answer.To is { } to ? [new PaperBlock.Paragraph(Texts.Books_LetterTo.With(to))] : Array.Empty<PaperBlock>(),
            new PaperBlock.Paragraph(Texts.Books_LetterDate.With(Moments.Long(answer.MadeAt.InZone(tenant.Zone).Date.ToDateOnly()))),
            new PaperBlock.Paragraph(""),
            .. Lines(answer.Body),
        ]);

    // Questions numbered 1, 2, 3 are a list. Numbers that somebody changed stay as they were typed: the mail that left has them too.
    private static IEnumerable<PaperBlock> Lines(string body)
    {
        var lines = body.Split('\n');
        var numbers = lines.Select(line => Numbered().Match(line)).Where(match => match.Success).Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var isList = numbers.SequenceEqual(Enumerable.Range(1, numbers.Count));
        return lines.Select(line => isList && Numbered().Match(line) is { Success: true } number ? (PaperBlock)new PaperBlock.Item(line[number.Length..]) : new PaperBlock.Paragraph(line));
    }

    [GeneratedRegex(@"^(?<number>\d{1,3})\.[ \u00a0\u202f]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Numbered();

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

    private static IEnumerable<PaperBlock> Books(FecReport report) => [.. Changes(report), .. Controls(report), .. Figures(report), .. Plots(report)];

    private static IEnumerable<PaperBlock> Controls(FecReport report)
    {
        foreach (var group in report.Controls.Where(finding => !UpToDateCard.IsAbout(finding)).GroupBy(finding => finding.Severity).OrderBy(group => group.Key))
        {
            yield return new PaperBlock.Heading(Texts.Books_SeverityCount.With(FileWords.Of(group.Key), group.Count()));
            yield return new PaperBlock.Table(
                [Texts.Books_Rule, Texts.Books_Fact, Texts.Books_Question, Texts.Books_AtStake],
                [.. group.Select(finding => (IReadOnlyList<string>)[finding.Rule, finding.Message, finding.Question, finding.Amount is { } amount ? FileWords.Euros(amount) : ""])],
                [0.1, 0.36, 0.34, 0.2],
                [false, false, false, true]);
        }
    }

    private static IEnumerable<PaperBlock> UpToDate(FecReport report)
    {
        yield return new PaperBlock.Heading(Texts.Books_UpToDate);
        var findings = report.Controls.Where(UpToDateCard.IsAbout).ToList();
        foreach (var text in findings.Count == 0 ? [Texts.Books_UpToDateYes] : findings.Select(finding => finding.Message))
        {
            yield return new PaperBlock.Paragraph(text);
        }

        yield return new PaperBlock.Table(
            [Texts.Books_Journal, Texts.Books_JournalName, Texts.Books_Entries, Texts.Books_LastEntry],
            [.. report.Books.Journals.Select(journal => (IReadOnlyList<string>)[journal.Code, journal.Name, Number(journal.Entries), journal.LastEntry is { } last ? Moments.Short(last) : ""])],
            [0.15, 0.43, 0.2, 0.22],
            [false, false, true, true]);
    }

    private static IEnumerable<PaperBlock> Changes(FecReport report)
    {
        if (report.Interim is not { } interim)
        {
            yield break;
        }

        yield return new PaperBlock.Heading(Texts.Books_Changes);
        yield return new PaperBlock.Paragraph(Texts.Books_ChangesSaid.With(interim.Added, interim.Changed, interim.Deleted));
        if (interim is { PreviousLastBankEntry: { } from, LastBankEntry: { } to })
        {
            yield return new PaperBlock.Paragraph(Texts.Books_BankMoved.With(Moments.Short(from), Moments.Short(to)));
        }

        var definitive = interim.Changes.Where(change => change.WasValidated).Take(MostChanges).ToList();
        if (definitive.Count > 0)
        {
            yield return new PaperBlock.Table(
                [Texts.Books_ChangeKind, Texts.Books_EntryNumber, Texts.Books_EntryDate, Texts.Books_DebitBefore, Texts.Books_DebitAfter],
                [.. definitive.Select(Row)],
                [0.18, 0.26, 0.18, 0.19, 0.19],
                [false, false, false, true, true]);
        }
    }

    private const int MostChanges = 100;

    private static IReadOnlyList<string> Row(EntryChange change) =>
    [
        ChangeWords.Of(change.Kind), FileWords.Entry(change.Entry.Journal, change.Entry.Number), change.Entry.Date is { } day ? Moments.Short(day) : "",
        FileWords.Euros((change.Before ?? change.Entry).Debit), change.Kind == EntryChangeKind.Deleted ? "" : FileWords.Euros(change.Entry.Debit),
    ];

    private static IEnumerable<PaperBlock> Plots(FecReport report)
    {
        yield return new PaperBlock.Heading(Texts.Books_Plots);
        foreach (var plot in new[] { BookPlots.Months(report), BookPlots.Benford(report), BookPlots.Aged(report), BookPlots.Delays(report) }.OfType<BookPlot>())
        {
            yield return Of(plot);
        }

        if (report.NotRun.Length > 0)
        {
            yield return new PaperBlock.Heading(Texts.Books_NotRun.With(report.NotRun.Length));
            foreach (var missing in report.NotRun)
            {
                yield return new PaperBlock.Paragraph(FecReport.Title(missing.Rule) + " (" + missing.Rule + ")" + Texts.Books_Colon + " " + missing.Reason);
            }
        }
    }

    private static PaperBlock.Plot Of(BookPlot plot)
    {
        const double labels = 0.4;
        var rows = plot.Labels.Select((label, at) => (IReadOnlyList<string>)[label, .. plot.Series.Select(series => series.Values[at]?.ToString(plot.Format, CultureInfo.CurrentCulture) ?? "")]);
        return new PaperBlock.Plot(
            plot.Title,
            new PaperBlock.Table(
                [plot.Unit, .. plot.Series.Select(series => series.Name)], [.. rows],
                [labels, .. plot.Series.Select(_ => (1 - labels) / plot.Series.Count)], [false, .. plot.Series.Select(_ => true)]),
            plot.Series);
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
