using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Collecting.Folders;
using Pupitre.Collecting.Mailboxes;
using Pupitre.Collecting.Sample;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Sample;

namespace Pupitre.Collecting;

/// <summary>Files that nobody drops: taken by the program itself from mailboxes and from folders that are watched.</summary>
public sealed class CollectingModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) =>
        subject.Kind is Mailbox.Kind or MailRule.Kind or WatchedFolder.Kind ? "evidence" : null;

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        MailboxesSetup.Register(services);
        FoldersSetup.Register(services);
        services.AddScoped<ISampleChapter, ReadSampleMailbox>();
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        MailboxesModel.Configure(model);
        FoldersSetup.Configure(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        MailboxRoutes.Map(routes);
        FolderRoutes.Map(routes);
    }
}
