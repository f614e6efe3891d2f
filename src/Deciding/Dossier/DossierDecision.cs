using NodaTime;
using Pupitre.Deciding.Decisions;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;
using Pupitre.Papers;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Deciding.Dossier;

/// <summary>A frozen decision as a process file tells it.</summary>
internal static class DossierDecision
{
    public static IEnumerable<PaperBlock> Blocks(Decision decision, DateTimeZone zone, bool withNames) =>
        [new PaperBlock.Paragraph(Texts.Decision_Title.With(decision.Number)), DossierTables.Of(Fields(decision, zone, withNames))];

    /// <summary>The same as lines of text.</summary>
    public static string Text(Decision decision, string process, DateTimeZone zone, bool withNames) => string.Join(
        "\r\n",
        new[] { process, Texts.Decision_Title.With(decision.Number), "" }
            .Concat(Fields(decision, zone, withNames).Select(field => Texts.Flow_Line.With(field.Label, field.Value)))) + "\r\n";

    private static IReadOnlyList<(string Label, string Value)> Fields(Decision decision, DateTimeZone zone, bool withNames)
    {
        var frozen = FrozenDecision.Read(decision.Content);
        return
        [
            (Texts.Decision_Chosen, VerdictWords.Of(frozen.Chosen) + (frozen.Offer is { } offer ? ", " + offer : "")),
            (Texts.Decision_Reason, frozen.Reason),
            (Texts.Decision_By, !withNames ? Texts.Dossier_LeftOut : decision.DecidedBy.Length > 0 ? decision.DecidedBy
                : Texts.Decision_Erased),
            (Texts.Decision_On, Moments.Long(frozen.DecidedOn)),
            (Texts.Decision_Recorded, Moments.Short(decision.RecordedAt, zone)),
            (Texts.Decision_Dissent, Dissent(decision, frozen, withNames)),
            (Texts.Decision_Basis, DecisionWords.Follows(frozen.Chosen, frozen.Basis) + " " + DecisionWords.Means(frozen.Basis)),
            .. frozen.Basis.Offers.Select(row => (row.Name,
                DecisionWords.Of(row.Saving) + " · " + string.Join(" · ", row.Figures.Select(DecisionWords.Of)))),
            (Texts.Target_Hash, decision.IsAsFrozen ? decision.Hash : Texts.Decision_Altered),
        ];
    }

    // Erased is not the same as never said: the frozen hash tells them apart.
    private static string Dissent(Decision decision, FrozenDecision frozen, bool withNames) =>
        frozen.DissentHash == FrozenDecision.HashOf(decision.Id, "") ? Texts.Decision_NoDissent
        : !withNames ? Texts.Dossier_LeftOut
        : decision.Dissent.Length > 0 ? decision.Dissent
        : Texts.Decision_Erased;
}
