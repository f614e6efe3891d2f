using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Processes;
using Pupitre.Processes.Rekeyings;
using Pupitre.ProcessMap.Impact;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Picture;

/// <summary>What a map says, in the reader's language.</summary>
internal static class MapWords
{
    /// <summary>"Karim Oudart · Messagerie, +2"; what nobody said is left out.</summary>
    public static string? WhoAndWhat(MapProcess process)
    {
        var tools = FirstOf([.. process.Tools.Select(tool => tool.Name)]);
        return string.Join(" · ", new[] { process.Pilot?.Name, tools }.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    /// <summary>"Chez Cabinet Ferrand, +1"; null for what is handed over to nobody.</summary>
    public static string? AtWhom(MapProcess process) =>
        FirstOf([.. process.Providers.Select(provider => provider.Name)]) is { } providers ? Texts.Picture_AtWhom.With(providers) : null;

    /// <summary>The box as a sentence: name, domain, who, with what, who does it.</summary>
    public static string Title(MapProcess process)
    {
        string?[] parts =
        [
            Texts.Picture_BoxTitle.With(process.Name, ProcessWords.Of(process.Domain), ProcessWords.Short(process.Criticality)),
            process.Pilot is { } pilot ? Texts.Picture_Pilot.With(pilot.Name) : null,
            process.Tools.Count > 0 ? Texts.Picture_Tools.With(Tools(process)) : null,
            process.Providers.Count > 0 ? Texts.Picture_Providers.With(string.Join(", ", process.Providers.Select(one => one.Name))) : null,
            process.Rekeyings.Count > 0 ? Texts.Picture_Rekeyings.With(string.Join(", ", process.Rekeyings.Select(Arrow))) : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    public static string Tools(MapProcess process) => string.Join(", ", process.Tools.Select(tool => tool.Name));

    public static string People(MapProcess process) => string.Join(", ", process.People.Select(person => person.Name));

    private static string? FirstOf(IReadOnlyList<string> names) => names switch
    {
        [] => null,
        [var only] => only,
        _ => Texts.Picture_AndMore.With(names[0], names.Count - 1),
    };

    /// <summary>"Logiciel du cabinet → Tableur (2 h)".</summary>
    public static string Arrow(RekeyingLine row) =>
        Texts.Picture_Arrow.With(row.FromTool, row.ToTool, RekeyingWords.Minutes(row.MinutesAMonth));

    /// <summary>When the stop comes to a process: "3 j", "délai inconnu".</summary>
    public static string When(StopReach reach, int number) => (reach.AtLeast[number], reach.AtMost[number]) switch
    {
        (0, 0) => Texts.Impact_AtOnce,
        (_, StopReach.Never) => Texts.Picture_WhenUnknown,
        var (least, most) when least == most => Texts.Picture_WhenDays.With(Number(least)),
        var (least, most) => Texts.Picture_WhenBetween.With(Number(least), Number(most)),
    };

    public static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
