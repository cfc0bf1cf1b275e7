using Testing;
using Xunit;

namespace Municipalities.Tests;

public class OpenApiTests(Service service)
{
    [Fact]
    public Task The_document_is_as_committed() => Repository.OpenApiIsAsCommitted("municipalities", service.Public);
}
