using Pupitre.Processes.Roles;

namespace Pupitre.Processes.Readiness;

/// <summary>What is missing before a process is handed over, in the reader's language.</summary>
public static class ReadinessWords
{
    /// <summary>"une cible publiée, le taux d'erreur".</summary>
    public static string Of(Lacks lacks) => string.Join(", ", new[]
    {
        lacks.HasFlag(Lacks.Target) ? Texts.Ready_LacksTarget : null,
        lacks.HasFlag(Lacks.ErrorRate) ? Texts.Ready_LacksErrorRate : null,
        lacks.HasFlag(Lacks.KnowHow) ? Texts.Ready_LacksKnowHow : null,
    }.OfType<string>());

    internal static string Of(Dependency dependency) => dependency switch
    {
        Dependency.Nobody => Texts.Ready_Nobody,
        Dependency.OnePerson => Texts.Ready_OnePerson,
        Dependency.Shared => Texts.Ready_Shared,
        _ => Texts.Process_Unknown,
    };
}
