using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Extension;

namespace Pupitre.ServiceLevels;

/// <summary>What was done, who attests it, and how it stands against what was agreed.</summary>
public sealed class ServiceLevelsModule : Module
{
    public override void Register(IServiceCollection services) => services.AddValidation();
}
