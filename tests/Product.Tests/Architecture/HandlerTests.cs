using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>
/// A handler is compiled when it is first asked, so that a start waits for none: one that cannot be is found here, and not by a reader.
/// </summary>
public sealed class HandlerTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public void Every_handler_reads_what_it_asks_for()
    {
        var handlers = pupitre.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<Lazy<RequestDelegate>>()).OfType<Lazy<RequestDelegate>>().ToList();

        handlers.Count.ShouldBeGreaterThan(100);
        handlers.ForEach(handler => handler.Value.ShouldNotBeNull());
    }
}
