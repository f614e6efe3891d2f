using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Extension;

namespace Pupitre.Sourcing;

/// <summary>Who does the work for the company, under which contract, and what was agreed.</summary>
public sealed class SourcingModule : Module
{
    public override void Register(IServiceCollection services) => services.AddValidation();
}
