using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Extension;

namespace Pupitre.Gathering.Privacy;

/// <summary>What is kept about people, found, handed out and erased.</summary>
public sealed class PrivacyModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override void Register(IServiceCollection services) => services.AddScoped<ErasePerson>()
        .AddScoped<IPersonalData, PersonalMails>().AddScoped<IPersonalData, PersonalHistory>().AddScoped<IPersonalData, PersonalKeys>().AddScoped<IPersonalData, PersonalAccount>().AddScoped<IPersonalData, PersonalRow>();
}
