using Pupitre.Kernel;
using Pupitre.Processes.Targets;

namespace Pupitre.Flows.Targets;

/// <summary>Targets in the reader's words.</summary>
internal static class TargetWords
{
    private const int ShownHashLength = 12;

    public static string Of(TargetState state, bool isInForce) => state switch
    {
        TargetState.Withdrawn => Texts.Target_Withdrawn,
        TargetState.Draft => isInForce ? Texts.Target_DraftInUse : Texts.Target_Draft,
        _ => isInForce ? Texts.Target_InForce : Texts.Target_Replaced,
    };

    public static string Of(TargetOrigin origin) => origin == TargetOrigin.Discovered ? Texts.Target_Discovered : Texts.Target_Attached;

    /// <summary>Enough of a hash to compare by eye; the whole stands on the page of the process.</summary>
    public static string Hash(ProcessTarget target) => target.Hash[..ShownHashLength] + "…";

    public static string Name(ProcessTarget target) => Texts.Target_Name.With(target.Number, target.FileName);
}
