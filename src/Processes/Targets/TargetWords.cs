using Pupitre.Diagrams;
using Pupitre.Kernel;

namespace Pupitre.Processes.Targets;

/// <summary>Targets in the reader's words.</summary>
public static class TargetWords
{
    private const int ShownHashLength = 12;

    public static string Of(TargetState state, bool isInForce) => state switch
    {
        TargetState.Withdrawn => Texts.Target_Withdrawn,
        TargetState.Draft => isInForce ? Texts.Target_DraftInUse : Texts.Target_Draft,
        _ => isInForce ? Texts.Target_InForce : Texts.Target_Replaced,
    };

    public static string Of(TargetOrigin origin) => origin switch
    {
        TargetOrigin.Discovered => Texts.Target_Discovered,
        TargetOrigin.Drawn => Texts.Target_Drawn,
        TargetOrigin.Edited => Texts.Target_Edited,
        _ => Texts.Target_Attached,
    };

    /// <summary>Enough of a hash to compare by eye; the whole stands on the page of the version.</summary>
    public static string Hash(ProcessTarget target) => target.Hash[..ShownHashLength] + "…";

    public static string Name(ProcessTarget target) => Texts.Target_Name.With(target.Number, target.FileName);

    /// <summary>"12 étapes, 3 rôles, 2 choix": what a picture shows, for whoever does not see it.</summary>
    public static string Sum(BpmnDocument document)
    {
        var (steps, roles, gateways) = (
            document.Elements.Count(element => element.Kind == ElementKind.Activity),
            document.Elements.Count(element => element.Kind == ElementKind.Lane),
            document.Elements.Count(element => element.Kind == ElementKind.Gateway));
        return (roles > 0 ? Texts.Target_Sum.With(steps, roles) : Texts.Target_SumNoRoles.With(steps)) + (gateways > 0 ? Texts.Target_SumGateways.With(gateways) : "");
    }

    public static PictureAbout About(ProcessTarget target, BpmnDocument document, bool isAlone = false, int number = 0) =>
        new("target" + number.ToString(System.Globalization.CultureInfo.InvariantCulture), Texts.Target_PictureTitle.With(Name(target)), Sum(document), isAlone);

    /// <summary>What the version counts for and what is to be done with it, in a sentence or two.</summary>
    internal static string Answer(TargetView view)
    {
        var state = view.Target.State switch
        {
            TargetState.Published => view.IsInForce ? Texts.Target_AnswerInForce : Texts.Target_AnswerReplaced,
            TargetState.Withdrawn => Texts.Target_AnswerWithdrawn,
            _ => Texts.Target_AnswerDraft,
        };
        var (correct, explain) = (view.Weighing(FindingWeight.Correct), view.Weighing(FindingWeight.Explain));
        return state + (view.Diagram is null ? ""
            : correct > 0 ? Texts.Target_AnswerCorrect.With(correct)
            : explain > 0 && view.Target.State == TargetState.Draft ? Texts.Target_AnswerExplain.With(explain)
            : explain > 0 ? ""
            : Texts.Target_AnswerClean);
    }

    internal static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Added or ChangeKind.WayAdded => "+",
        ChangeKind.Removed or ChangeKind.WayRemoved => "−",
        ChangeKind.Moved => "↕",
        _ => "≠",
    };

    /// <summary>Changes on the picture of the later version, or of the earlier one.</summary>
    internal static IReadOnlyDictionary<string, PictureMark> Marks(IReadOnlyList<DiagramChange> changes, bool isAfter) => changes
        .Select(change => (Element: isAfter ? change.After : change.Before, Change: change)).Where(pair => pair.Element is not null)
        .GroupBy(pair => pair.Element!, pair => pair.Change, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => new PictureMark(MarkOf(group.First().Kind), Sign(group.First().Kind), string.Join(". ", group.Select(change => change.Text))), StringComparer.Ordinal);

    private static PictureMarkKind MarkOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added or ChangeKind.WayAdded => PictureMarkKind.Added,
        ChangeKind.Removed or ChangeKind.WayRemoved => PictureMarkKind.Removed,
        _ => PictureMarkKind.Changed,
    };
}
