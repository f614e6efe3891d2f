using System.Globalization;
using Pupitre.Kernel;

namespace Pupitre.Start.FirstRun;

/// <summary>What the first page has made, as the grid says it to who arrives there.</summary>
/// <param name="Providers">New ones.</param>
/// <param name="Commitments">New ones.</param>
/// <param name="Empty">Tiles whose provider stands, and of which no commitment was wanted.</param>
public sealed record SetUpResult(int Providers, int Commitments, IReadOnlyList<Tile> Empty)
{
    /// <summary>The same in the address of the grid.</summary>
    internal string Query => string.Create(CultureInfo.InvariantCulture, $"?providers={Providers}&commitments={Commitments}") + string.Concat(Empty.Select(tile => "&empty=" + tile));

    /// <summary>Reads the address back; null when it says nothing of it.</summary>
    internal static SetUpResult? Parse(string? providers, string? commitments, string[]? empty) =>
        int.TryParse(providers, NumberStyles.None, CultureInfo.InvariantCulture, out var made) && int.TryParse(commitments, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? new SetUpResult(made, rows, [.. (empty ?? []).Select(name => Enum.TryParse<Tile>(name, out var tile) && Enum.IsDefined(tile) ? tile : (Tile?)null).OfType<Tile>().Distinct()])
            : null;

    /// <summary>"C'est enregistré : 2 prestataires et 12 engagements sont en place."</summary>
    internal string Words => (Providers, Commitments) switch
    {
        (0, 0) => Texts.FirstRun_SavedNothing,
        (_, 0) => Texts.FirstRun_Saved.With(Count(Providers, Texts.FirstRun_ProvidersOne, Texts.FirstRun_ProvidersMany)),
        (0, _) => Texts.FirstRun_Saved.With(Count(Commitments, Texts.FirstRun_CommitmentsOne, Texts.FirstRun_CommitmentsMany)),
        _ => Texts.FirstRun_Saved.With(Texts.FirstRun_InPlace.With(
            Count(Providers, Texts.FirstRun_ProvidersOne, Texts.FirstRun_ProvidersMany), Count(Commitments, Texts.FirstRun_CommitmentsOne, Texts.FirstRun_CommitmentsMany))),
    };

    private static string Count(int count, string one, string many) => (count == 1 ? one : many).With(count);
}
