using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Platform.Access;

/// <summary>The roles as people name them.</summary>
public static class RoleWords
{
    public static IReadOnlyList<Choice> Choices => [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), Texts.Role_Choice.With(Of(role), Help(role))))];

    public static string Of(Role role) => role switch
    {
        Role.Owner => Texts.Role_Owner,
        Role.Pilot => Texts.Role_Pilot,
        Role.Referent => Texts.Role_Referent,
        Role.Provider => Texts.Role_Provider,
        _ => Texts.Role_Reader,
    };

    private static string Help(Role role) => role switch
    {
        Role.Owner => Texts.Role_OwnerHelp,
        Role.Pilot => Texts.Role_PilotHelp,
        Role.Referent => Texts.Role_ReferentHelp,
        Role.Provider => Texts.Role_ProviderHelp,
        _ => Texts.Role_ReaderHelp,
    };
}
