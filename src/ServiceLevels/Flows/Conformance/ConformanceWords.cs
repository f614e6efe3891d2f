using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Platform.Ui;

namespace Pupitre.ServiceLevels.Flows.Conformance;

/// <summary>Departures from a target, in sentences.</summary>
internal static class ConformanceWords
{
    private const string Arrow = " → ";

    public static string Answer(Alignments alignments)
    {
        if (alignments.SolvedCases == 0)
        {
            return Texts.Flow_ConformUnsolvedAll;
        }

        var fitting = Texts.Flow_ConformAnswer.With(FlowWords.Share(alignments.FittingCases, alignments.SolvedCases));
        return alignments.ByActivity() is [var most, ..]
            ? fitting + " " + Texts.Flow_ConformMost.With(FlowWords.Count(alignments.Deviations), Name(most.Kind), most.Activity, FlowWords.Cases(most.Cases))
            : fitting;
    }

    public static string Name(MoveKind kind) => kind == MoveKind.Skipped ? Texts.Flow_Skipped : Texts.Flow_Inserted;

    /// <summary>A path as it lies along the target: steps as they are, those that were skipped and those that were added each with its sign.</summary>
    public static string Path(Alignment alignment) => string.Join(Arrow, alignment.Moves.Where(move => move.Kind != MoveKind.Silent).Select(move => move.Kind switch
    {
        MoveKind.Skipped => Texts.Flow_SkippedStep.With(move.Activity),
        MoveKind.Inserted => Texts.Flow_InsertedStep.With(move.Activity),
        _ => move.Activity,
    }));

    /// <summary>What is drawn on the elements of a model.</summary>
    public static IReadOnlyList<ModelMark> Marks(ProcessModel model, Alignments alignments)
    {
        var inserted = alignments.ByActivity().Where(deviation => deviation.Kind == MoveKind.Inserted).ToDictionary(deviation => deviation.Activity, StringComparer.Ordinal);
        return
        [
            .. alignments.Uses().Where(use => use.Skipped > 0 && use.Transition.Element is not null).GroupBy(use => use.Transition.Element!)
                .Select(uses => (Element: uses.Key, Skipped: uses.Sum(use => use.Skipped), Label: uses.First().Transition.Label))
                .Select(step => new ModelMark(step.Element, ModelMarkKind.Skipped, "− " + FlowWords.Count(step.Skipped), Texts.Flow_SkippedTimes.With(step.Label, FlowWords.Count(step.Skipped)))),
            .. model.Elements.Where(element => inserted.ContainsKey(element.Name))
                .Select(element => new ModelMark(element.Id, ModelMarkKind.Inserted, "+ " + FlowWords.Count(inserted[element.Name].Count), Texts.Flow_InsertedTimes.With(element.Name, FlowWords.Count(inserted[element.Name].Count)))),
        ];
    }
}
