using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;

namespace Pupitre.Platform.Tenancy;

/// <summary>Nine digits with or without spaces, or nothing: told together with whatever else a form lacks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SirenShapeAttribute() : ValidationAttribute(() => Texts.Company_SirenShape)
{
    public override bool IsValid(object? value) => Siren.Normalize(value as string) is not { } siren || Siren.IsWellFormed(siren);
}
