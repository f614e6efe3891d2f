using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.ProcessMap.Impact;

/// <summary>What stops, why and when, in the reader's language.</summary>
internal static class ImpactWords
{
    public static string Of(ImpactKind kind) => kind switch
    {
        ImpactKind.Person => Texts.Impact_Person,
        ImpactKind.Tool => Texts.Impact_Tool,
        ImpactKind.Provider => Texts.Impact_Provider,
        _ => Texts.Impact_Process,
    };

    public static IReadOnlyList<Choice> Choices(IEnumerable<ImpactSubject> subjects) =>
        [.. subjects.Select(subject => new Choice(subject.Key, Texts.Impact_Choice.With(Of(subject.Kind), subject.Name)))];

    /// <summary>"Si Claire part, 3 processus s’arrêtent et 5 autres peut-être."</summary>
    public static string Answer(ImpactAnswer answer)
    {
        var (sure, perhaps) = (answer.Sure, answer.Stops.Count - answer.Sure);
        var what = answer.Subject.Kind switch
        {
            ImpactKind.Person => Texts.Impact_IfPerson,
            ImpactKind.Tool => Texts.Impact_IfTool,
            ImpactKind.Provider => Texts.Impact_IfProvider,
            _ => Texts.Impact_IfProcess,
        };
        var then = (sure, perhaps) switch
        {
            (0, 0) => Texts.Impact_ThenNothing,
            (_, 0) => Texts.Impact_ThenSure,
            (0, _) => Texts.Impact_ThenPerhaps,
            _ => Texts.Impact_ThenBoth,
        };
        var stop = (sure == 1 ? Texts.Impact_StopOne : Texts.Impact_StopMany).With(Number(sure));
        return Texts.Impact_Sentence.With(what.With(answer.Subject.Name), then.With(stop, Number(perhaps)));
    }

    /// <summary>"tout de suite", "3 jours", "de 2 à 10 jours", "inconnu", "inconnu, 2 jours au moins".</summary>
    public static string When(ImpactRow row) => (row.AtLeast, row.AtMost) switch
    {
        (0, 0) => Texts.Impact_AtOnce,
        (0, StopReach.Never) => Texts.Link_DaysUnknown,
        (var least, StopReach.Never) => Texts.Impact_UnknownAtLeast.With(Number(least)),
        (1, 1) => Texts.Link_OneDay,
        var (least, most) when least == most => Texts.Link_ManyDays.With(Number(least)),
        var (least, most) => Texts.Impact_Between.With(Number(least), Number(most)),
    };

    public static string Why(ImpactRow row) => row.Reason switch
    {
        ImpactReason.OnlyOneWhoCan => Texts.Impact_OnlyOneWhoCan,
        ImpactReason.NobodyElseNamed => Texts.Impact_NobodyElseNamed,
        ImpactReason.NobodyCanAlone => Texts.Impact_NobodyCanAlone,
        ImpactReason.OnlyOneWhoValidates => Texts.Impact_OnlyOneWhoValidates,
        ImpactReason.NeedsTool => Texts.Impact_NeedsTool,
        ImpactReason.DoneByProvider => Texts.Impact_DoneByProvider,
        ImpactReason.Through => Texts.Impact_Through.With(row.Through!),
        ImpactReason.OthersCan => Texts.Impact_OthersCan,
        ImpactReason.OthersNamed => Texts.Impact_OthersNamed,
        _ => Texts.Impact_Itself,
    };

    public static string IsSure(ImpactRow row) => row.IsSure ? Texts.Impact_Sure : Texts.Impact_Perhaps;

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
