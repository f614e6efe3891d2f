using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>What was agreed to, in the reader's language.</summary>
public static class SnapshotWords
{
    private const int ShownHashLength = 12;

    /// <summary>The process by its name, or the whole map.</summary>
    public static string About(Agreement agreement) => agreement.ProcessId is null ? Texts.Agreement_Map : agreement.About;

    public static string Label(string key) => key switch
    {
        nameof(Process.Name) => Texts.Process_Name,
        nameof(Process.Domain) => Texts.Process_Domain,
        nameof(Process.Purpose) => Texts.Process_Purpose,
        nameof(Process.Pilot) => Texts.Process_Pilot,
        nameof(Process.Deputy) => Texts.Process_Deputy,
        nameof(Process.Volume) => Texts.Process_Volume,
        nameof(Process.Criticality) => Texts.Process_Criticality,
        nameof(Process.Trigger) => Texts.Process_Trigger,
        nameof(Process.Result) => Texts.Process_Result,
        nameof(Process.CustomerInside) => Texts.Process_Customer,
        nameof(Process.LegalDeadline) => Texts.Process_Deadline,
        MapSnapshot.TargetKey => Texts.Ready_Target,
        _ when key.StartsWith("Step.", StringComparison.Ordinal) => Texts.Step_Number.With(key["Step.".Length..]),
        _ => Texts.Agreement_Process,
    };

    public static string Value(string key, string value)
    {
        var parts = value.Split(ReadSnapshot.Between);
        return key switch
        {
            nameof(Process.Domain) when Enum.TryParse<Domain>(value, out var domain) => ProcessWords.Of(domain),
            nameof(Process.Criticality) when Enum.TryParse<Criticality>(value, out var criticality) => ProcessWords.Of(criticality),
            nameof(Process.Volume) when parts is [var count, var per] && Enum.TryParse<VolumePer>(per, out var period) =>
                ProcessWords.Volume(int.Parse(count, CultureInfo.InvariantCulture), period),
            MapSnapshot.TargetKey when parts is [var number, { Length: > ShownHashLength } hash] =>
                Texts.Agreement_Target.With(number, hash[..ShownHashLength] + "…"),
            _ when key.StartsWith("Process.", StringComparison.Ordinal) => parts[0],
            _ => string.Join(" · ", parts.Where(part => part.Length > 0)),
        };
    }

    /// <summary>"Étape 2 : Contrôler → Vérifier": one change as a sentence.</summary>
    public static string Of(SnapshotChange change) => (change.Before, change.Now) switch
    {
        (null, { } now) => Texts.Agreement_Added.With(Label(change.Key), Value(change.Key, now)),
        ({ } before, null) => Texts.Agreement_Gone.With(Label(change.Key), Value(change.Key, before)),
        ({ } before, { } now) when Value(change.Key, before) == Value(change.Key, now) =>
            Texts.Agreement_Inside.With(Label(change.Key), Value(change.Key, now)),
        ({ } before, { } now) => Texts.Agreement_Changed.With(Label(change.Key), Value(change.Key, before), Value(change.Key, now)),
        _ => "",
    };

    public static string Of(AgreementAnswer answer) => answer switch
    {
        AgreementAnswer.Agreed => Texts.Agreement_Agreed,
        AgreementAnswer.Remarked => Texts.Agreement_Remarked,
        AgreementAnswer.Withdrawn => Texts.Agreement_Withdrawn,
        _ => Texts.Agreement_Waiting,
    };
}
