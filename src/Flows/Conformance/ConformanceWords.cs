using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Platform.Ui;

namespace Pupitre.Flows.Conformance;

/// <summary>Departures from a target, in sentences.</summary>
internal static class ConformanceWords
{
    private const string Arrow = " → ";

    public static string Answer(CaseAlignments alignments) => alignments.SolvedCases == 0 ? Texts.Flow_ConformUnsolvedAll : string.Join(' ', Said(alignments));

    private static IEnumerable<string> Said(CaseAlignments alignments)
    {
        if (alignments.OpenCases == 0)
        {
            yield return Texts.Flow_ConformAnswer.With(FlowWords.ShareOfCases(alignments.FittingCases, alignments.SolvedCases), alignments.FittingCases);
        }
        else
        {
            if (alignments.Ended.SolvedCases > 0)
            {
                yield return Texts.Flow_ConformAnswer.With(FlowWords.ShareOfEnded(alignments.Ended.FittingCases, alignments.Ended.SolvedCases), alignments.Ended.FittingCases);
            }

            yield return Texts.Flow_ConformOpen.With(alignments.OpenCases);
        }

        if (alignments.ByActivity() is [var most, ..])
        {
            yield return alignments.Deviations == 1
                ? Texts.Flow_ConformMostOne.With(Name(most.Kind), most.Activity)
                : Texts.Flow_ConformMost.With(alignments.Deviations, Name(most.Kind), most.Activity, FlowWords.Cases(most.Cases));
        }
    }

    public static string Name(MoveKind kind) => kind == MoveKind.Skipped ? Texts.Flow_Skipped : Texts.Flow_Inserted;

    /// <summary>A path as it lies along the target: steps as they are, those that were skipped and those that were added each with its sign, and that more is to come.</summary>
    public static string Path(Alignment alignment, bool isOpen) => string.Join(Arrow, alignment.Moves.Where(move => move.Kind != MoveKind.Silent).Select(move => move.Kind switch
    {
        MoveKind.Skipped => Texts.Flow_SkippedStep.With(move.Activity),
        MoveKind.Inserted => Texts.Flow_InsertedStep.With(move.Activity),
        _ => move.Activity,
    }).Concat(isOpen ? [Texts.Flow_StillToCome] : []));

    /// <summary>What is drawn on the elements of a model.</summary>
    public static IReadOnlyList<ModelMark> Marks(ProcessModel model, CaseAlignments alignments)
    {
        var inserted = alignments.ByActivity().Where(deviation => deviation.Kind == MoveKind.Inserted).ToDictionary(deviation => deviation.Activity, StringComparer.Ordinal);
        return
        [
            .. alignments.Uses().Where(use => use.Skipped > 0 && use.Transition.Element is not null).GroupBy(use => use.Transition.Element!)
                .Select(uses => (Element: uses.Key, Skipped: uses.Sum(use => use.Skipped), Label: uses.First().Transition.Label))
                .Select(step => new ModelMark(step.Element, ModelMarkKind.Skipped, "− " + FlowWords.Count(step.Skipped), Texts.Flow_SkippedTimes.With(step.Label, FlowWords.Times(step.Skipped)))),
            .. model.Elements.Where(element => inserted.ContainsKey(element.Name))
                .Select(element => new ModelMark(element.Id, ModelMarkKind.Inserted, "+ " + FlowWords.Count(inserted[element.Name].Count), Texts.Flow_InsertedTimes.With(element.Name, FlowWords.Times(inserted[element.Name].Count)))),
        ];
    }
}
