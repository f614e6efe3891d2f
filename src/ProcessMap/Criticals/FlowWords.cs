using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Words;
using Pupitre.Processes;
using Pupitre.Processes.Roles;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Criticals;

/// <summary>Why a flow is critical, in the reader's language.</summary>
public static class FlowWords
{
    public static IReadOnlyList<Choice> Shown =>
        [new("critical", Texts.Flow_OnlyCritical.With(FlowScore.CriticalFrom)), new("perhaps", Texts.Flow_OnlyPerhaps)];

    public static string Of(FlowCriterion criterion) => criterion switch
    {
        FlowCriterion.Criticality => Texts.Process_Criticality,
        FlowCriterion.Deadline => Texts.Flow_Deadline,
        FlowCriterion.Dependency => Texts.Flow_Dependency,
        FlowCriterion.ErrorCost => Texts.Flow_ErrorCost,
        FlowCriterion.Volume => Texts.Flow_Volume,
        _ => Texts.Flow_Target,
    };

    /// <summary>"52", or "52 à 77" where something is unknown.</summary>
    public static string Points(FlowScore score) =>
        score.Known == score.AtMost ? Number(score.Known) : Texts.Flow_Range.With(score.Known, score.AtMost);

    /// <summary>"15 : un seul sait faire", "inconnu, de 0 à 15 : personne n’a dit qui sait faire".</summary>
    public static string Explained(MapProcess process, FlowPoints part) => part.Points is { } points
        ? Texts.Flow_Part.With(points, Why(process, part.Criterion))
        : Texts.Flow_PartUnknown.With(part.Most, Why(process, part.Criterion));

    private static string Why(MapProcess process, FlowCriterion criterion) => criterion switch
    {
        FlowCriterion.Criticality => ProcessWords.Short(process.Criticality),
        FlowCriterion.Deadline => process.LegalDeadline ?? Texts.Flow_DeadlineUnsaid,
        FlowCriterion.Dependency => OfDependency(process),
        FlowCriterion.ErrorCost => OfErrors(process.ErrorsAYear),
        FlowCriterion.Volume => OfVolume(process.YearlyVolume),
        _ => process.HasTarget ? Texts.Flow_HasTarget : Texts.Flow_NoTarget,
    };

    private static string OfErrors(decimal? errors) =>
        errors is { } euros ? Texts.Flow_ErrorsAYear.With(ProcessWords.Euros(euros)) : Texts.Flow_ErrorsUnknown;

    private static string OfVolume(int? volume) =>
        volume is { } units ? Texts.Process_PerYear.With(units.ToString("N0", CultureInfo.CurrentCulture)) : Texts.Flow_VolumeUnknown;

    private static string OfDependency(MapProcess process) => process.Dependency switch
    {
        Dependency.OnePerson => Texts.Flow_OnePerson.With(process.Able.First().Name),
        Dependency.Nobody => Texts.Flow_NobodyAlone,
        Dependency.Shared => Texts.Flow_SeveralAlone,
        _ => Texts.Flow_KnowHowUnsaid,
    };

    private static string Number(int value) => value.ToString(CultureInfo.CurrentCulture);
}
