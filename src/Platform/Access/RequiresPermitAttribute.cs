namespace Pupitre.Platform.Access;

/// <summary>Names the permit that a page or route needs. It also means that the address starts with the company's name.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresPermitAttribute(Permit permit) : Attribute
{
    public Permit Permit { get; } = permit;
}
