using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Notices.Deposits;
using Pupitre.Notices.Escalations;
using Pupitre.Notices.MonthMails;
using Pupitre.Notices.Sample;
using Pupitre.Notices.Waits;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Sample;

namespace Pupitre.Notices;

/// <summary>
/// What goes out to people and what they send back: ladders of notices, waits that one side declares, deposits by a link, the one
/// mail a month.
/// </summary>
public sealed class NoticesModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind switch
    {
        EscalationSetting.Kind or EscalationNotice.Kind => "escalations",
        WaitQuestion.Kind => "waits",
        _ => null,
    };

    /// <summary>The contract that a line names; the commitment whose ladder it is about.</summary>
    public override string? PathOf(SubjectRef subject, IReadOnlyDictionary<string, string> details) => subject.Kind switch
    {
        SilenceAgreement.Kind or DepositLink.Kind or Deposit.Kind =>
            details.TryGetValue("ContractId", out var agreed) ? "contracts/" + agreed : "contracts",
        CommitmentLadder.Kind => details.TryGetValue("CommitmentId", out var owner) ? "commitments/" + owner : null,
        _ => null,
    };

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        EscalationsSetup.Register(services);
        WaitsSetup.Register(services);
        DepositsSetup.Register(services);
        MonthMailsSetup.Register(services);
        services.AddScoped<ISampleChapter, EscalateSome>().AddScoped<ISampleChapter, AskSomeWaits>()
            .AddScoped<ISampleChapter, HandOverSome>();
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        EscalationsModel.Configure(model);
        WaitsModel.Configure(model);
        DepositsModel.Configure(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        EscalationsSetup.MapRoutes(routes);
        WaitsSetup.MapRoutes(routes);
        DepositsSetup.MapRoutes(routes);
    }

    public override IEnumerable<MenuItem> Menu =>
    [
        new MenuItem(MenuGroup.DueDates, 30, "escalations", () => Texts.Escalation_Menu, Permit.ReadService),
        new MenuItem(MenuGroup.DueDates, 35, "waits", () => Texts.Wait_Menu, Permit.ReadService),
    ];
}
