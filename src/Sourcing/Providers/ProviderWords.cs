namespace Pupitre.Sourcing.Providers;

/// <summary>A provider's identity as it is shown.</summary>
public static class ProviderWords
{
    /// <summary>"732 829 320" in one piece, or that it was not said.</summary>
    public static string Siren(string? siren) => siren is { Length: Kernel.Siren.Length } ? $"{siren[..3]}\u00a0{siren[3..6]}\u00a0{siren[6..]}" : siren ?? Texts.Common_NotSaid;

    /// <summary>What is wrong with the key, or null.</summary>
    public static string? SirenWarning(string? siren) => siren is null || Kernel.Siren.HasValidKey(siren) ? null : Texts.Provider_SirenKey;
}
