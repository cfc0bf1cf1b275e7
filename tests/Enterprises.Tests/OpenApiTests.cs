using Testing;
using Xunit;

namespace Enterprises.Tests;

public class OpenApiTests(Service service)
{
    [Fact]
    public Task The_document_is_as_committed() => Repository.OpenApiIsAsCommitted("enterprises", service.Public);
}
