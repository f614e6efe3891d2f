using Pupitre.App.Settings;
using Pupitre.App.Today;
using Pupitre.Gathering.Today;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Shell;

/// <summary>The menu as a person sees it, and the sections of the company that belong to the program itself.</summary>
internal static class ShellMenu
{
    /// <summary>From here on the groups stand at the foot.</summary>
    private const MenuGroup FirstAtFoot = MenuGroup.Data;

    private static readonly IReadOnlyList<MenuItem> _own =
    [
        new(MenuGroup.Today, 10, "today", () => Texts.Menu_Today, Permit.ReadService),
        new(MenuGroup.Scorecards, 20, "figures", () => Texts.Figures_Title, Permit.ReadService),
        new(MenuGroup.Governance, 10, "guardrails", () => Texts.Guardrails_Title, Permit.ReadProcesses),
        new(MenuGroup.History, 10, "history", () => Texts.History_Title, Permit.ReadLedger),
    ];

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<IToday, FailedMails>().AddScoped<IToday, FailedRuns>();
        services.AddSingleton(new CompanySection(10, "settings", () => Texts.Settings_Identity, Permit.AdministerCompany));
        services.AddSingleton(new CompanySection(
            40, "people", () => Texts.People_Title, Permit.ReadPeople, IsInMenu: true, State: SettingsStates.PeopleAsync));
        services.AddSingleton(new CompanySection(
            45, "settings/people", () => Texts.Settings_Members, Permit.AdministerCompany, State: SettingsStates.MembersAsync));
        services.AddSingleton(new CompanySection(
            50, "settings/mails", () => Texts.Mails_Title, Permit.AdministerCompany, State: SettingsStates.MailsAsync));
        services.AddSingleton(new CompanySection(
            55, "settings/jobs", () => Texts.Recurring_Title, Permit.AdministerCompany, State: SettingsStates.JobsAsync));
        services.AddSingleton(new CompanySection(60, "calendar-feed", () => Texts.Feed_Title, Permit.ReadSourcing));
    }

    /// <summary>What is open to the person, in order: a door that is shut is not shown, nor a group without an open one.</summary>
    /// <param name="at">Path below the company's address of the page that is shown.</param>
    public static IReadOnlyList<MenuEntry> For(Tenant tenant, IEnumerable<CompanySection> sections, string at)
    {
        var items = Modules.All.SelectMany(module => module.Menu).Concat(_own).Concat(Company(tenant, sections))
            .Where(item => tenant.Allows(item.Permit))
            .OrderBy(item => item.Group).ThenBy(item => item.Order).ToList();

        // Of two entries that lead to where the page is, the longer one is meant: people, and not the settings that they stand below.
        var here = items.Where(item => Holds(item.Path, at) || (item.Also is { } also && Holds(also, at))).MaxBy(item => item.Path.Length);
        return [.. items.GroupBy(item => item.Group).Select(group => Entry(group.Key, [.. group], here))];
    }

    private static MenuEntry Entry(MenuGroup group, IReadOnlyList<MenuItem> items, MenuItem? here)
    {
        var (word, icon) = Of(group);
        var below = here?.Group == group ? items.Where(item => item.Text() != word).ToList() : [];
        var at = below.Find(item => item == here);
        return new MenuEntry(word, icon, items[0].Path, group >= FirstAtFoot, here?.Group == group, at, below);
    }

    // The first page of a company is that of its due dates.
    private static bool Holds(string path, string at) =>
        (at.Length == 0 ? "due-dates" : at) is var page
        && (page.Equals(path, StringComparison.OrdinalIgnoreCase) || page.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<MenuItem> Company(Tenant tenant, IEnumerable<CompanySection> sections) =>
        sections.Where(section => tenant.Allows(section.Permit)).OrderBy(section => section.Order).Index()
            .Where(pair => pair.Index == 0 || pair.Item.IsInMenu)
            .Select(pair => new MenuItem(
                MenuGroup.Settings,
                pair.Item.Order,
                pair.Item.Path,
                pair.Index == 0 ? () => Texts.Settings_Menu : pair.Item.Text,
                pair.Item.Permit));

    private static (string Word, string Icon) Of(MenuGroup group) => group switch
    {
        MenuGroup.Today => (Texts.Menu_Today, "sun"),
        MenuGroup.DueDates => (Texts.Menu_DueDates, "calendar-due"),
        MenuGroup.Providers => (Texts.Menu_Providers, "users"),
        MenuGroup.Documents => (Texts.Menu_Documents, "paperclip"),
        MenuGroup.Map => (Texts.Menu_Map, "map-2"),
        MenuGroup.Scorecards => (Texts.Menu_Scorecards, "chart-bar"),
        MenuGroup.Governance => (Texts.Menu_Governance, "shield-check"),
        MenuGroup.Data => (Texts.Menu_Data, "database-export"),
        MenuGroup.Connections => (Texts.Menu_Connections, "plug"),
        MenuGroup.History => (Texts.History_Title, "history"),
        _ => (Texts.Settings_Menu, "settings"),
    };
}

/// <summary>A word of the menu at first sight.</summary>
/// <param name="Path">Where it leads, below the company's address.</param>
/// <param name="IsAtFoot">Whether it stands apart, below the others.</param>
/// <param name="IsHere">Whether the page belongs to it.</param>
/// <param name="At">The entry below it that the page belongs to; null when it is the word itself.</param>
/// <param name="Below">Its entries while one is in it; empty when there are none but itself.</param>
internal sealed record MenuEntry(
    string Word, string Icon, string Path, bool IsAtFoot, bool IsHere, MenuItem? At, IReadOnlyList<MenuItem> Below)
{
    /// <summary>Whether the page is that of the word itself.</summary>
    public bool IsPage => IsHere && At is null;
}
