using Microsoft.Extensions.DependencyInjection;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>A company that handed its payroll over, made by the operations themselves.</summary>
internal static class SourcingPages
{
    public static Task<HandedOver> HavePayrollHandedOverAsync(this RunningPupitre pupitre, TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        var token = TestContext.Current.CancellationToken;
        await services.GetRequiredService<DescribeCompany>().RunAsync(new ProfileInput { Employees = 42, PayDay = 28, VatDay = 19 }, token);
        var process = await services.GetRequiredService<CreateProcess>().RunAsync(new ProcessInput { Name = "Paie mensuelle", Domain = Domain.Payroll }, token);
        var provider = await services.GetRequiredService<CreateProvider>().RunAsync(new ProviderInput { Name = "Cabinet Martin", Email = "paie@cabinet.fr" }, token);
        var contract = await services.GetRequiredService<CreateContract>().RunAsync(
            new ContractInput { ProviderId = provider.Id, Title = "Mission sociale", Start = new DateOnly(2024, 8, 28), Months = 12, NoticeMonths = 2, ProcessIds = [process.Id] }, token);
        var adopt = services.GetRequiredService<AdoptTemplate>();
        var variables = await adopt.RunAsync(Template(1), token);
        var payslips = await adopt.RunAsync(Template(2), token);
        return new HandedOver(process.Id, provider.Id, contract.Id, variables.Id, payslips.Id);

        TemplateInput Template(int number) => new()
        {
            TemplateNumber = number,
            ProcessId = process.Id,
            ProviderId = provider.Id,
            ContractId = contract.Id,
            EffectiveFrom = new DateOnly(2025, 1, 1),
        };
    });
}

/// <summary>Keys of what stands.</summary>
internal sealed record HandedOver(Guid Process, Guid Provider, Guid Contract, Guid Variables, Guid Payslips);
