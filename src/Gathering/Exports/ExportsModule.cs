using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Extension;

namespace Pupitre.Gathering.Exports;

/// <summary>A company's data as it leaves, table by table.</summary>
public sealed class ExportsModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override void Register(IServiceCollection services) => services.AddScoped<ExportSection, MembersSection>()
        .AddScoped<ExportSection, MailsSection>().AddScoped<ExportSection, AccessKeysSection>().AddScoped<ExportCompany>();
}
