using Testing;
using Xunit;

namespace Matchmaking.Tests;

public class OpenApiTests(Service service)
{
    [Fact]
    public Task The_document_is_as_committed() => Repository.OpenApiIsAsCommitted("matchmaking", service.Host.Public());
}
