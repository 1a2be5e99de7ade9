using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CuratorDepartments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Within",
                table: "BulkFixes",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Departments",
                table: "Accounts",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Within",
                table: "BulkFixes");

            migrationBuilder.DropColumn(
                name: "Departments",
                table: "Accounts");
        }
    }
}
