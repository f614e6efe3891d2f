using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;

namespace Pupitre.App.Shell;

/// <summary>Entries of the menu that belong to the program itself.</summary>
internal static class ShellMenu
{
    public static readonly IReadOnlyList<MenuItem> Items =
    [
        new MenuItem(900, "history", "history", () => Texts.History_Title, Permit.ReadLedger),
        new MenuItem(910, "settings", "settings", () => Texts.Settings_Menu, Permit.AdministerCompany),
    ];
}
