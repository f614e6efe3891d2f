using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Papers;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.TwoSides.Credits;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// A closed month as a paper that a manager reads: the answer per commitment with its bar, then what was late, contested and changed.
/// </summary>
internal sealed class StatementPaper(Tenant tenant)
{
    /// <summary>Rows of a table; all of them are in the JSON.</summary>
    private const int MostRows = 200;

    public Paper Of(StatementView view) => new(
        StatementWords.Title(view),
        tenant.Company.Name,
        Texts.Statement_PaperFoot.With(view.Row!.Hash, Moments.Short(view.Row.ClosedAt!.Value, tenant.Zone), tenant.Company.TimeZone),
        [.. Head(view), .. view.Parts.OrderBy(part => part.Performer == Party.Company).SelectMany(part => Part(part, view)),
            .. Words(view), .. Credits(view), .. Late(view), .. Changed(view)])
    {
        MadeAt = view.Row.ClosedAt!.Value.ToDateTimeOffset(),
    };

    private IEnumerable<PaperBlock> Head(StatementView view)
    {
        yield return new PaperBlock.Paragraph(StatementWords.State(view, tenant.Zone));
        yield return new PaperBlock.Paragraph(Texts.Statement_PaperReading);
    }

    private static IEnumerable<PaperBlock> Part(StatementPart part, StatementView view)
    {
        var who = part.Performer == Party.Company ? Texts.Scorecard_Ours : view.Provider ?? Texts.Party_Provider;
        yield return new PaperBlock.Heading(Texts.Statement_PaperPart.With(part.Name, who));
        var tally = part.Counted;
        if (tally.Base > 0)
        {
            yield return new PaperBlock.Bar(tally.OnTime(),
            [
                new(BarFill.Solid, tally.Proven), new(BarFill.Dotted, tally[Standing.KeptByCompany]),
                    new(BarFill.Hatched, tally[Standing.KeptByProvider]),
                new(BarFill.Outlined, tally.NoTrace), new(BarFill.Empty, tally.Late),
            ]);
        }

        yield return new PaperBlock.Paragraph(StatementWords.Counted(part));
    }

    private static IEnumerable<PaperBlock> Words(StatementView view)
    {
        if (view.Comments.Count > 0)
        {
            yield return new PaperBlock.Heading(Texts.Statement_Comments);
        }

        foreach (var comment in view.Comments)
        {
            var side = comment.Side == Party.Company ? Texts.Scorecard_Ours : view.Provider ?? Texts.Party_Provider;
            yield return new PaperBlock.Paragraph(Texts.Statement_CommentBy.With(side, StatementWords.Who(comment)) + "\n" + comment.Text);
        }
    }

    private static IEnumerable<PaperBlock> Credits(StatementView view)
    {
        if (view.Credits is not { } sum)
        {
            yield break;
        }

        yield return new PaperBlock.Heading(Texts.Claim_Title);
        yield return new PaperBlock.Paragraph(Texts.Claim_OnPaper.With(
            CreditWords.Euros(sum.Total), CreditWords.Euros(sum.Sum), CreditWords.Euros(sum.Cap)));
        yield return new PaperBlock.Paragraph(Texts.Claim_Help);
    }

    private IEnumerable<PaperBlock> Late(StatementView view)
    {
        var lines = view.Parts.SelectMany(part => part.Lines.Where(line => line.IsToSee).Select(line => (part.Name, Line: line))).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        yield return new PaperBlock.Heading(Texts.Statement_PaperLate);
        yield return new PaperBlock.Table(
            [Texts.Statement_Obligation, Texts.Case_Due, Texts.Case_Stop, Texts.Case_Standing],
            [
                .. lines.Take(MostRows).Select(item => (IReadOnlyList<string>)
                [
                    Texts.HowKept_Occurrence.With(item.Name, item.Line.Name), StatementWords.Due(item.Line.Due, tenant.Zone),
                    StatementWords.When(item.Line.Stop, tenant.Zone), StatementWords.Said(item.Line),
                ]),
            ],
            [0.4, 0.16, 0.16, 0.28],
            [false, false, false, false]);
        if (lines.Count > MostRows)
        {
            yield return new PaperBlock.Paragraph(Texts.Statement_PaperMore.With(lines.Count - MostRows));
        }
    }

    private static IEnumerable<PaperBlock> Changed(StatementView view)
    {
        if (view.Changes.Count == 0)
        {
            yield break;
        }

        yield return new PaperBlock.Heading(Texts.Statement_Changes);
        yield return new PaperBlock.Table(
            [Texts.Statement_Obligation, Texts.Statement_Was, Texts.Statement_Now, Texts.Statement_File],
            [
                .. view.Changes.Take(MostRows).Select(change => (IReadOnlyList<string>)
                [
                    Texts.HowKept_Occurrence.With(change.Commitment, change.Obligation), StatementWords.Standing(change.Was),
                        StatementWords.Standing(change.Now), change.File ?? "",
                ]),
            ],
            [0.4, 0.2, 0.2, 0.2],
            [false, false, false, false]);
    }
}
