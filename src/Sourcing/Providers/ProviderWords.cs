using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Providers;

/// <summary>A provider's identity as it is shown.</summary>
public static class ProviderWords
{
    /// <summary>"732 829 320" in one piece, or that it was not said.</summary>
    public static string Siren(string? siren) => siren is { Length: Kernel.Siren.Length } ? $"{siren[..3]}\u00a0{siren[3..6]}\u00a0{siren[6..]}" : siren ?? Texts.Common_NotSaid;

    /// <summary>What a contact is turned to for.</summary>
    public static string Of(ContactDuty duty) => duty switch
    {
        ContactDuty.Clerk => Texts.Provider_DutyClerk,
        ContactDuty.Manager => Texts.Provider_DutyManager,
        ContactDuty.Both => Texts.Provider_DutyBoth,
        _ => Texts.Provider_DutyUnsaid,
    };

    public static IReadOnlyList<Choice> Duties =>
        [.. Enum.GetValues<ContactDuty>().Select(duty => new Choice(duty.ToString(), Of(duty)))];

    /// <summary>What is wrong with the key, or null.</summary>
    public static string? SirenWarning(string? siren) => siren is null || Kernel.Siren.HasValidKey(siren) ? null : Texts.Provider_SirenKey;
}
