using System.Text.Json;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Providers;

/// <summary>The fields of a provider's form, each declared once.</summary>
internal static class ProviderFields
{
    public static IReadOnlyList<FormField<ProviderInput>> All { get; } =
    [
        new(nameof(ProviderInput.Name), () => Texts.Provider_Name),
        new(nameof(ProviderInput.Siren), () => Texts.Provider_Siren),
        new(nameof(ProviderInput.Email), () => Texts.Provider_Email),
        new(nameof(ProviderInput.Phone), () => Texts.Provider_Phone),
        new(nameof(ProviderInput.Note), () => Texts.Provider_Note),
        new(nameof(ProviderInput.NamedContacts), () => Texts.Provider_Contacts, show: People),
    ];

    private static string People(string json) => string.Join(" ; ", JsonSerializer.Deserialize<List<ContactInput>>(json)!
        .Select(contact => string.Join(", ", Parts(contact).Where(part => !string.IsNullOrWhiteSpace(part)))));

    private static string?[] Parts(ContactInput contact) =>
        [contact.Name, contact.Role, contact.Email, contact.Phone, contact.Duty == ContactDuty.Unsaid ? null : ProviderWords.Of(contact.Duty)];
}
