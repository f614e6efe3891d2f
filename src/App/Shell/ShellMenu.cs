using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Shell;

/// <summary>The menu as a person sees it, and the sections of the company that belong to the program itself.</summary>
internal static class ShellMenu
{
    private const int CompanyOrder = 910;

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(new CompanySection(10, "settings", () => Texts.Settings_Identity, Permit.AdministerCompany));
        services.AddSingleton(new CompanySection(40, "people", () => Texts.People_Title, Permit.ReadPeople, IsInMenu: true));
        services.AddSingleton(new CompanySection(43, "guardrails", () => Texts.Guardrails_Title, Permit.ReadProcesses));
        services.AddSingleton(new CompanySection(45, "settings/people", () => Texts.Settings_Members, Permit.AdministerCompany));
        services.AddSingleton(new CompanySection(50, "settings/mails", () => Texts.Mails_Title, Permit.AdministerCompany));
    }

    /// <summary>What is open to the person, in order: a door that is shut is not shown.</summary>
    public static IReadOnlyList<MenuItem> For(Tenant tenant, IEnumerable<CompanySection> sections) =>
        [.. Modules.All.SelectMany(module => module.Menu).Append(new MenuItem(900, "history", "history", () => Texts.History_Title, Permit.ReadLedger))
            .Concat(Company(sections.Where(section => tenant.Allows(section.Permit)).OrderBy(section => section.Order)))
            .Where(item => tenant.Allows(item.Permit)).OrderBy(item => item.Order)];

    private static IEnumerable<MenuItem> Company(IEnumerable<CompanySection> open) => open.Index()
        .Where(pair => pair.Index == 0 || pair.Item.IsInMenu)
        .Select(pair => pair.Index == 0
            ? new MenuItem(CompanyOrder, pair.Item.Path, "settings", () => Texts.Settings_Menu, pair.Item.Permit)
            : new MenuItem(CompanyOrder + pair.Index, pair.Item.Path, "settings", pair.Item.Text, pair.Item.Permit, IsBelow: true));
}
