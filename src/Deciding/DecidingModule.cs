using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Decisions;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Deciding.Dossier;
using Pupitre.Deciding.Lots;
using Pupitre.Deciding.Sample;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Processes;
using Pupitre.Sample;

namespace Pupitre.Deciding;

/// <summary>
/// What to do with a process: diagnosed by written rules, its costs compared, decided and frozen, put in order, told as a file.
/// </summary>
public sealed class DecidingModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind == LotPlan.Kind ? "processes/lots" : null;

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        services.AddScoped<ReadDiagnoses>().AddScoped<AnswerDiagnosis>().AddScoped<SetWeights>();
        services.AddScoped<ReadCosts>().AddScoped<SaveCosts>().AddScoped<SaveOffer>().AddScoped<RemoveOffer>();
        services.AddScoped<ReadDecisions>().AddScoped<TakeDecision>().AddScoped<IPersonalData, PersonalDecisions>();
        services.AddScoped<ReadLots>().AddScoped<SetCapacity>().AddScoped<SetLot>().AddScoped<MoveLot>().AddScoped<ChooseLotOrder>()
            .AddScoped<SetLotRule>();
        services.AddScoped<ReadDossier>().AddScoped<ReadDossierFacts>().AddScoped<MakeDossier>();
        services.AddScoped<ISampleChapter, DecideDunning>().AddScoped<ISampleChapter, WeighInvoices>()
            .AddScoped<ISampleChapter, OrderTheLots>();
        ProcessesModule.AddSection(
            services, 70, typeof(DecisionSection), "decisions", () => Texts.Map_Decisions, isForWholeCompany: true);
        ProcessesModule.AddSection(services, 95, typeof(DossierSection), "file", () => Texts.Dossier_Title, isForWholeCompany: true);
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        DecisionModel.Configure(model);
        LotModel.Configure(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        DiagnosisRoutes.Map(routes);
        CostRoutes.Map(routes);
        DecisionRoutes.Map(routes);
        LotRoutes.Map(routes);
        DossierRoutes.Map(routes);
    }

    public override IEnumerable<(string Table, string Column)> ErasableColumns => DecisionModel.ErasableColumns;

    public override IEnumerable<string> AppendOnlyTables => [DecisionModel.Table];
}
